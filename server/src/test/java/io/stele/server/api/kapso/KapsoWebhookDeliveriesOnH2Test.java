package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoWebhookDeliveriesOnH2Test extends KapsoWebhookDeliveriesTest implements OnH2 {}
