trigger MdfClaim on MDF_Claim__c(before insert, before update, before delete, after insert, after update) {
    new MdfClaimTriggerHandler().run();
}
