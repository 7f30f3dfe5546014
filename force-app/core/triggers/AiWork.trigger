trigger AiWork on AI_Work__e(after insert) {
    AiWorkSubscriber.receive(Trigger.new);
}
