package io.stele.adapters.connector.whatsapp;

import io.stele.adapters.connector.ConnectorContract;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import io.stele.graphstub.client.LedgerLine;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class WhatsAppContractTest extends ConnectorContract {

    private final Meta meta = Meta.open();

    @AfterAll
    void close() {
        meta.close();
    }

    @Override
    protected Connector connector() {
        return meta.connector;
    }

    @Override
    protected Endpoint endpoint(Channel channel) {
        return dispatches.endpoint(
                channel, WhatsAppConnector.NAME, new Endpoint.WhatsAppNumber(Meta.NUMBER, Meta.ACCOUNT));
    }

    @Override
    protected List<String> taken() {
        return meta.control.accepted().stream().map(LedgerLine::wamid).map(String::valueOf).toList();
    }

    @Override
    protected long heard() {
        return meta.control.ledger().stream().filter(line -> line.kind().equals("request")).count();
    }

    @Override
    protected List<String> secrets() {
        return List.of(Meta.TOKEN);
    }

    @Override
    protected boolean isOverTheNetwork() {
        return true;
    }
}
