package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.inbound.AccountNews;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.PreferenceReport;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.inbound.Unhandled;
import java.util.ArrayList;
import java.util.List;

/** What was read of a body so far. For one thread. */
final class Reading {

    private final List<InboundMessage> messages = new ArrayList<>();
    private final List<MessageEcho> echoes = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<PreferenceReport> preferences = new ArrayList<>();
    private final List<TemplateNews> templates = new ArrayList<>();
    private final List<AccountNews> accounts = new ArrayList<>();
    private final List<Unhandled> unhandled = new ArrayList<>();

    void add(InboundMessage message) {
        messages.add(message);
    }

    void add(MessageEcho echo) {
        echoes.add(echo);
    }

    void add(Receipt receipt) {
        receipts.add(receipt);
    }

    void add(PreferenceReport preference) {
        preferences.add(preference);
    }

    void add(TemplateNews news) {
        templates.add(news);
    }

    void add(AccountNews news) {
        accounts.add(news);
    }

    /** Of this object nothing else came. */
    void addUnhandled(String topic, Reason reason, JsonNode object) {
        unhandled.add(new Unhandled(topic, reason, Bounds.kept(object)));
    }

    /** As {@link #addUnhandled}, of an object that may say as much as thousands of messages do. */
    void addUnhandledWhole(String topic, Reason reason, JsonNode object) {
        unhandled.add(new Unhandled(topic, reason, Bounds.keptWhole(object)));
    }

    Heard heard() {
        return new Heard(messages, echoes, receipts, preferences, templates, accounts, unhandled);
    }

    /** How many things were read. */
    int size() {
        return messages.size()
                + echoes.size()
                + receipts.size()
                + preferences.size()
                + templates.size()
                + accounts.size()
                + unhandled.size();
    }
}
