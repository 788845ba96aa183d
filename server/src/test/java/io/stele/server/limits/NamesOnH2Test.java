package io.stele.server.limits;

import io.stele.server.OnH2;

class NamesOnH2Test extends NamesTest implements OnH2 {}
