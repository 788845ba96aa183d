package io.stele.server.media;

import io.stele.server.OnH2;

class MediaOnH2Test extends MediaTest implements OnH2 {}
