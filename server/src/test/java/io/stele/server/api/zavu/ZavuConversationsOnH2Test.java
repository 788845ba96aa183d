package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuConversationsOnH2Test extends ZavuConversationsTest implements OnH2 {}
