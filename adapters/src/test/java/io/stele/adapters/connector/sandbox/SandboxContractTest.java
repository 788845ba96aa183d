package io.stele.adapters.connector.sandbox;

import io.stele.adapters.connector.ConnectorContract;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import java.util.List;

class SandboxContractTest extends ConnectorContract {

    private final Sandbox sandbox = new Sandbox();

    @Override
    protected Connector connector() {
        return sandbox.connector;
    }

    @Override
    protected Endpoint endpoint(Channel channel) {
        return dispatches.endpoint(channel, SandboxConnector.NAME, null);
    }

    @Override
    protected List<String> taken() {
        return sandbox.ledger.taken();
    }

    @Override
    protected long heard() {
        return taken().size();
    }

    @Override
    protected List<String> secrets() {
        return List.of();
    }

    @Override
    protected boolean isOverTheNetwork() {
        return false;
    }
}
