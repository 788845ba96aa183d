package io.stele.server.webhook;

import io.stele.server.OnH2;

class FilesInWebhooksOnH2Test extends FilesInWebhooksTest implements OnH2 {}
