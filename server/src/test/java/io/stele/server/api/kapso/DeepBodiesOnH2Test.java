package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class DeepBodiesOnH2Test extends DeepBodiesTest implements OnH2 {}
