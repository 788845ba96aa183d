package io.stele.server.webhook;

import io.stele.server.OnH2;

class UntoldInApisOnH2Test extends UntoldInApisTest implements OnH2 {}
