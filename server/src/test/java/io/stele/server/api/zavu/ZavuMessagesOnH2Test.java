package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuMessagesOnH2Test extends ZavuMessagesTest implements OnH2 {}
