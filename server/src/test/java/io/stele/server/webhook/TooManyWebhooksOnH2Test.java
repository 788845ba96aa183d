package io.stele.server.webhook;

import io.stele.server.OnH2;

class TooManyWebhooksOnH2Test extends TooManyWebhooksTest implements OnH2 {}
