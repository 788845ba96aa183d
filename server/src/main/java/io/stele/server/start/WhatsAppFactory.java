package io.stele.server.start;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import io.stele.adapters.connector.whatsapp.NumbersAtGraph;
import io.stele.adapters.connector.whatsapp.PhoneNumbers;
import io.stele.adapters.connector.whatsapp.WhatsAppConnector;
import io.stele.adapters.connector.whatsapp.webhook.MessageForm;
import io.stele.adapters.connector.whatsapp.webhook.WhatsAppWebhook;
import io.stele.adapters.graph.GraphReader;
import io.stele.adapters.graph.GraphWriter;
import io.stele.adapters.http.OutboundHttp;
import io.stele.adapters.json.JsonTexts;
import io.stele.adapters.json.WireRecords;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.NumberLookup;
import io.stele.core.delivery.Connector;
import io.stele.server.http.RefusedException;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Puts together what talks with Meta, and what listens to it. */
@Factory
final class WhatsAppFactory {

    private static final String GRAPH = "graph";

    @Singleton
    @Named(GRAPH)
    @Bean(preDestroy = "close")
    OutboundHttp graphHttp(Settings settings) {
        return new OutboundHttp(settings.providerGuard(), OutboundHttp.CONNECTIONS_TO_A_PROVIDER);
    }

    @Singleton
    WireRecords wireRecords(JsonMapper json) {
        return value -> {
            try {
                return json.writeValueAsBytes(value);
            } catch (IOException e) {
                throw new IllegalStateException("a wire record can be written", e);
            }
        };
    }

    @Singleton
    Connector whatsAppConnector(
            EndpointSettings settings,
            @Named(GRAPH) OutboundHttp http,
            GraphWriter writer,
            WireRecords records,
            JsonTexts texts,
            InstantSource clock) {
        return new WhatsAppConnector(settings, http, writer, records, texts, clock);
    }

    @Singleton
    NumberLookup numberLookup(@Named(GRAPH) OutboundHttp http, JsonTexts texts, InstantSource clock) {
        return new NumbersAtGraph(new PhoneNumbers(http, texts, clock));
    }

    @Singleton
    WhatsAppWebhook whatsAppWebhook(GraphReader graph, WireReader wire, InstantSource clock) {
        MessageForm form = message -> {
            try {
                return Optional.of(wire.bind(message, InboundMessage.class, Strictness.NUMBERS_AS_TEXT));
            } catch (RefusedException e) {
                return Optional.empty();
            }
        };
        return new WhatsAppWebhook(graph, form, clock);
    }
}
