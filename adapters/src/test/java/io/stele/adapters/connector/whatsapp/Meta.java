package io.stele.adapters.connector.whatsapp;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.connector.Dispatches;
import io.stele.adapters.graph.GraphWriter;
import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.adapters.http.OutboundHttp;
import io.stele.core.address.Address;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.delivery.Dispatch;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Text;
import io.stele.core.time.SettableClock;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Graph's stand-in with one number, and the connector before it, at a clock that stands still. */
final class Meta implements AutoCloseable {

    static final String NUMBER = "208745501";
    static final String ACCOUNT = "31500042";
    static final String TOKEN = "EAAG-token-that-nobody-sees";
    static final Address SOMEBODY = new PhoneNumber("+15550100777");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final GraphStubProcess stub;
    final GraphControl control;
    final SettableClock clock = new SettableClock(NOW);
    final Dispatches dispatches = new Dispatches(clock);
    final Map<String, String> settings = new HashMap<>();
    final Endpoint endpoint =
            dispatches.endpoint(Channel.WHATSAPP, WhatsAppConnector.NAME, new Endpoint.WhatsAppNumber(NUMBER, ACCOUNT));
    final WhatsAppConnector connector;
    final PhoneNumbers numbers;

    private final ApplicationContext beans = ApplicationContext.builder().start();
    private final OutboundHttp http = new OutboundHttp(
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8").orElseThrow())), OutboundHttp.CONNECTIONS_TO_A_PROVIDER);

    private Meta(GraphStubProcess stub) {
        this.stub = stub;
        this.control = stub.control();
        this.connector = connector(_ -> Map.copyOf(settings));
        this.numbers = new PhoneNumbers(http, Meta::json, clock);
        reset();
    }

    static Meta open() {
        return new Meta(GraphStubProcess.with()
                .number(NUMBER, ACCOUNT, "+1 555-010-0042", TOKEN)
                .number("208745502", "31500043", "+15550100043", "token-of-somebody-else")
                .start());
    }

    /** Another connector before the same stand-in. */
    WhatsAppConnector connector(EndpointSettings reach) {
        return new WhatsAppConnector(
                reach, http, beans.getBean(GraphWriter.class), Meta::written, Meta::json, clock);
    }

    /** As it was at the start. */
    void reset() {
        control.reset();
        settings.clear();
        settings.put(WhatsAppSettings.URL, stub.root().toString());
        settings.put(WhatsAppSettings.ACCESS_TOKEN, TOKEN);
    }

    WhatsAppSettings reach() {
        return WhatsAppSettings.of(settings);
    }

    Dispatch text() {
        return dispatch(Text.of("Hello"));
    }

    Dispatch textTo(String number) {
        return dispatches.of(endpoint, new PhoneNumber(number), Text.of("Hello"));
    }

    Dispatch dispatch(Content content) {
        return dispatches.of(endpoint, SOMEBODY, content);
    }

    Dispatch attempt(int attempt) {
        return dispatches.of(endpoint, SOMEBODY, Text.of("Hello"), Context.NONE, attempt);
    }

    private static byte[] written(Object wireRecord) {
        try {
            return ObjectMapper.getDefault().writeValueAsBytes(wireRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON that this text is; empty for any other text. */
    static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(ObjectMapper.getDefault().readValue(text, Argument.of(JsonNode.class)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
        beans.close();
        stub.close();
    }
}
