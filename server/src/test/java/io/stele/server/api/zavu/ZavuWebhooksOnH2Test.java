package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuWebhooksOnH2Test extends ZavuWebhooksTest implements OnH2 {}
