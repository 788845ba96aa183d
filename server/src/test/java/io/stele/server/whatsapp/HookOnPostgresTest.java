package io.stele.server.whatsapp;

import io.stele.server.OnPostgres;

class HookOnPostgresTest extends HookTest implements OnPostgres {}
