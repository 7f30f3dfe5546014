trigger AiRecommendation on AI_Recommendation__c(before insert, before update, before delete) {
    new EvidenceTriggerHandler().guardRecommendations();
}
