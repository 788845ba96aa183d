package io.stele.server.api.zavu;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Message;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;

/** The senders that callers name, in the words in which they named them. */
@Singleton
final class Senders {

    private final Directory directory;

    Senders(Directory directory) {
        this.directory = directory;
    }

    /** @throws RejectedException when the scope does not have the sender that is named */
    void require(Scope scope, SenderChoice choice) {
        if (choice instanceof SenderChoice.Named(SenderId id)) {
            sender(scope, id);
        }
    }

    /**
     * For what is done about a message, which only the sender that exchanged it can do.
     *
     * @throws RejectedException when the scope does not have the sender that is named, or when it is another than the message's
     */
    void require(Scope scope, SenderChoice choice, Message message) {
        if (choice instanceof SenderChoice.Named(SenderId id)) {
            Sender named = sender(scope, id);
            boolean owns = directory
                    .endpoint(scope, message.endpoint())
                    .map(Endpoint::sender)
                    .filter(named.id()::equals)
                    .isPresent();
            if (!owns) {
                throw new RejectedException(new Rejection.WrongState("The message is not one of the sender that is named"));
            }
        }
    }

    private Sender sender(Scope scope, SenderId id) {
        return directory
                .sender(scope, id)
                .orElseThrow(() -> new RejectedException(
                        new Rejection.NotFound(Rejection.Resource.SENDER, ZavuIds.text(id.value()))));
    }
}
