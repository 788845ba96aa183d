package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class HookOnH2Test extends HookTest implements OnH2 {}
