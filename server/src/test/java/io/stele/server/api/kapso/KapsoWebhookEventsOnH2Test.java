package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoWebhookEventsOnH2Test extends KapsoWebhookEventsTest implements OnH2 {}
