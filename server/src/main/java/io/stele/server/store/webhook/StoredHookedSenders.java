package io.stele.server.store.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.project.Scope;
import io.stele.core.webhook.HookedSenders;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookTarget;
import io.stele.core.webhook.Webhooks;
import io.stele.server.store.project.ProjectLock;
import io.stele.server.store.project.StoredSenderBook;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;

/** Writes a sender and its webhook in one transaction. Whoever does so, or removes a sender, waits for the others of the project. */
@Singleton
final class StoredHookedSenders implements HookedSenders {

    private final Database database;
    private final StoredSenderBook senders;
    private final StoredWebhooks webhooks;

    StoredHookedSenders(Database database, StoredSenderBook senders, StoredWebhooks webhooks) {
        this.database = database;
        this.senders = senders;
        this.webhooks = webhooks;
    }

    @Override
    public Made add(Sender sender, Collection<EndpointId> endpoints, Webhook webhook) {
        requireTarget(sender.id(), webhook);
        webhooks.prepare(webhook.scope());
        Made made = database.write(session -> add(session, sender, endpoints, webhook));
        senders.forget(sender.scope());
        return made;
    }

    /** What would be refused is refused before anything is written. */
    private Made add(Session session, Sender sender, Collection<EndpointId> endpoints, Webhook webhook) {
        Scope scope = sender.scope();
        ProjectLock.take(session, scope);
        if (webhooks.isFull(session, scope)) {
            return new Made.Full();
        }
        Optional<Sender> added = senders.add(session, sender, endpoints);
        added.ifPresent(_ -> requireKept(webhooks.add(session, webhook)));
        return added.<Made>map(Made.Kept::new).orElseGet(Made.Taken::new);
    }

    private static void requireKept(Webhooks.Added added) {
        if (added != Webhooks.Added.KEPT) {
            throw new IllegalStateException("a sender that was not there has a webhook");
        }
    }

    @Override
    public Optional<Webhooks.Added> hook(Webhook webhook) {
        SenderId sender = sender(webhook);
        webhooks.prepare(webhook.scope());
        return database.write(session -> {
            ProjectLock.take(session, webhook.scope());
            return StoredSenderBook.sender(session, webhook.scope(), sender).map(_ -> webhooks.add(session, webhook));
        });
    }

    private static void requireTarget(SenderId sender, Webhook webhook) {
        if (!sender.equals(sender(webhook))) {
            throw new IllegalArgumentException("the webhook is of another sender");
        }
    }

    private static SenderId sender(Webhook webhook) {
        if (webhook.target() instanceof WebhookTarget.OfSender(var sender)) {
            return sender;
        }
        throw new IllegalArgumentException("the webhook is of no sender");
    }
}
