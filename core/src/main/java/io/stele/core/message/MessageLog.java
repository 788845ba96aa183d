package io.stele.core.message;

import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of a project. Another scope's are never found. */
public interface MessageLog {

    /** The message with this id. */
    Optional<Message> message(Scope scope, MessageId id);

    /** The message that the provider knows by this id; the newest, should two providers use the same. */
    Optional<Message> messageOfProvider(Scope scope, String providerMessageId);

    /** Messages, newest first. The key is the id, which sorts by time. A deep page costs what the first one costs. */
    Page<Message> messages(Scope scope, MessageFilter filter, PageRequest<MessageId> page);

    /**
     * The courses to which these messages of the scope belong, in their order. It costs one look-up, and none when no message of them continues
     * another or is continued.
     */
    List<Course> courses(Scope scope, List<Message> messages);

    /** How many messages the filter finds. */
    long count(Scope scope, MessageFilter filter);

    /** The bytes of a stored attachment of a message of this scope. */
    Optional<byte[]> attachment(Scope scope, MessageId message, UUID attachment);
}
