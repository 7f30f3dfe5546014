trigger MdfRequest on MDF_Request__c(before insert, before update, before delete, after insert, after update) {
    new MdfRequestTriggerHandler().run();
}
