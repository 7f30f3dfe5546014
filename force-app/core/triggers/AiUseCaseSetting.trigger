trigger AiUseCaseSetting on AI_Use_Case_Setting__c(
    before insert,
    before update,
    after insert,
    after update,
    after delete
) {
    new AiUseCaseSettingTriggerHandler().run();
}
