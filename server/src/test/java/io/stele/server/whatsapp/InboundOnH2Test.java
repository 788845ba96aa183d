package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class InboundOnH2Test extends InboundTest implements OnH2 {}
