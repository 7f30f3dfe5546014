trigger PartnerCertification on Partner_Certification__c(before insert, before update) {
    new PartnerCertificationTriggerHandler().run();
}
