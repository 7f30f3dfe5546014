trigger DealOpportunity on Opportunity(after update) {
    DealOutcomeService.opportunitiesChanged(Trigger.new, Trigger.oldMap);
}
