package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class FailuresOnH2Test extends FailuresTest implements OnH2 {}
