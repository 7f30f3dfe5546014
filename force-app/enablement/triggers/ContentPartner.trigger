trigger ContentPartner on Content_Partner__c(after insert, after update, after delete, after undelete) {
    new ContentPartnerTriggerHandler().run();
}
