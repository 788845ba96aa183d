package io.stele.adapters.graph;

import io.stele.core.message.MessageReference;

/** How the ids of other messages, in quotes and reactions, are spelled. */
public interface MessageNames {

    /** The message that this id names. */
    MessageReference read(String id);

    /** The id of this message. */
    String write(MessageReference message);

    /** The provider's own ids, and nothing else. A message that has none is named by the empty text. */
    MessageNames OF_PROVIDER = new MessageNames() {
        @Override
        public MessageReference read(String id) {
            return MessageReference.foreign(id);
        }

        @Override
        public String write(MessageReference message) {
            String id = message.providerMessageId();
            return id == null ? "" : id;
        }
    };
}
