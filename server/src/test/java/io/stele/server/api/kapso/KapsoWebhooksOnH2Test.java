package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoWebhooksOnH2Test extends KapsoWebhooksTest implements OnH2 {}
