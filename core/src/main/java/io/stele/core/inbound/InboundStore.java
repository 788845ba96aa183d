package io.stele.core.inbound;

import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;

/** Writes what providers tell us. */
public interface InboundStore {

    /**
     * Writes messages in one transaction, with the contact, correspondence, thread and conversation where they are new, opens or
     * extends the customer-service window by what people sent, and takes over how they are called. A message that is already there, by
     * endpoint and provider's id, changes nothing, also when two arrive at once.
     *
     * @param ids our id for each message, used when it is new
     * @return each message as it is stored, in the order given; the first one's where it was there already
     */
    List<Message> receive(List<? extends ProviderMessage> messages, List<MessageId> ids, Instant now);

    /**
     * Takes over what people want of marketing, in one transaction. What is older than what is known changes nothing; whoever says the
     * same again is known to have said it later, which is not told.
     */
    void prefer(List<PreferenceReport> reports, Instant now);

    /**
     * Takes over what providers say of templates, in one transaction. What is known already changes nothing, nor does what is older than
     * what is known.
     */
    void note(List<TemplateNews> news, Instant now);

    /** Notes what providers say of accounts, in one transaction. The same that is said again, of the same moment, changes nothing. */
    void noteAccounts(List<AccountNews> news, Instant now);

    /**
     * Merges receipts into their messages, in one transaction. A receipt for a message that is not known yet at this endpoint is
     * kept, and merged when the provider's id becomes known. A repeated one changes nothing.
     */
    void apply(List<Receipt> receipts, FailureFollowUp followUp, Instant now);

    /**
     * Notes that the inbound message and those before it in its conversation were read at this moment, and no longer counts
     * them among the thread's unread messages. Those that were read before keep their moment. Many are marked in several
     * transactions, the newest first; when this returns, all are.
     */
    void markRead(Scope scope, MessageId message, Instant at);
}
