package io.stele.server.media;

import io.stele.server.OnH2;

class MediaHeadsOnH2Test extends MediaHeadsTest implements OnH2 {}
