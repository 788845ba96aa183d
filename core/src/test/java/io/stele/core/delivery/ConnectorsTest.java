package io.stele.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorsTest {

    private final Connector connector = FakeConnector.answering(new Outcome.Accepted("1"));

    @Test
    void anEndpointIsServedByTheConnectorThatItNames() {
        assertThat(new Connectors(List.of(connector)).of(Examples.endpoint(Channel.SMS))).contains(connector);
        assertThat(new Connectors(List.of()).of(Examples.endpoint(Channel.SMS))).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Connectors(List.of(connector, connector)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two connectors are called fake");
    }
}
