trigger MdfClaimDocument on MDF_Claim_Document__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update
) {
    new MdfDocumentTriggerHandler().run();
}
