package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Content;
import org.junit.jupiter.params.provider.Arguments;

/** Compares what reached Graph with what its documentation says. */
final class Payloads {

    private Payloads() {}

    /**
     * @param type what {@code type} says
     * @param json the member of that name; apostrophes stand for quotation marks
     */
    static Arguments payload(String name, Content content, String type, String json) {
        return Arguments.of(name, content, type, json);
    }

    /** The message is taken, and the request that had it taken holds this and nothing else. */
    static void assertSent(Meta meta, Content content, String type, String json) {
        Dispatch dispatch = meta.dispatch(content);

        assertThat(meta.connector.send(dispatch)).isInstanceOf(Outcome.Accepted.class);

        String expected = "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"15550100777\",\"type\":\"%s\","
                        .formatted(type)
                + "\"%s\":%s,".formatted(type, json.replace('\'', '"'))
                + "\"biz_opaque_callback_data\":\"%s\"}".formatted(dispatch.message().id().value());
        assertThat(Meta.json(expected)).as("a JSON text to compare with").isPresent();
        assertThat(Meta.json(String.valueOf(meta.control.accepted().getLast().body()))).isEqualTo(Meta.json(expected));
    }
}
