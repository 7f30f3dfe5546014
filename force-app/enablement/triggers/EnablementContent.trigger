trigger EnablementContent on Enablement_Content__c(
    before insert,
    before update,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new EnablementContentTriggerHandler().run();
}
