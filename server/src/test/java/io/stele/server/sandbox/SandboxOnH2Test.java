package io.stele.server.sandbox;

import io.stele.server.OnH2;

class SandboxOnH2Test extends SandboxTest implements OnH2 {}
