package io.stele.server.start;

import io.stele.server.OnH2;

class NumbersAtStartOnH2Test extends NumbersAtStartTest implements OnH2 {}
