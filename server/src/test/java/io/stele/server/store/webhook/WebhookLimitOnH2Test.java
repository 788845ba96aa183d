package io.stele.server.store.webhook;

import io.stele.server.store.H2Databases;

class WebhookLimitOnH2Test extends WebhookLimitTest {

    WebhookLimitOnH2Test() {
        super(H2Databases::open);
    }
}
