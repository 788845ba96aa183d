package io.stele.server.api.chirp;

import io.stele.server.OnH2;

class ChirpWebhookDeliveriesOnH2Test extends ChirpWebhookDeliveriesTest implements OnH2 {}
