package io.stele.server.store.webhook;

import io.stele.server.store.PostgresDatabases;

class WebhookLimitOnPostgresTest extends WebhookLimitTest {

    WebhookLimitOnPostgresTest() {
        super(PostgresDatabases::open);
    }
}
