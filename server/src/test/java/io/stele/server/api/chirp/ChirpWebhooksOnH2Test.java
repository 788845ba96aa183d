package io.stele.server.api.chirp;

import io.stele.server.OnH2;

class ChirpWebhooksOnH2Test extends ChirpWebhooksTest implements OnH2 {}
