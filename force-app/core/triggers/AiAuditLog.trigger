trigger AiAuditLog on AI_Audit_Log__c(before update, before delete) {
    AiAuditLogTriggerHandler.refuse(Trigger.isDelete ? Trigger.old : Trigger.new, Trigger.isDelete);
}
