trigger AiAuditLog on AI_Audit_Log__c(before insert, before update, before delete) {
    new EvidenceTriggerHandler().guardAuditLogs();
}
