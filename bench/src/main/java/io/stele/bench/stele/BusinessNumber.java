package io.stele.bench.stele;

import io.stele.graphstub.client.Business;

/** The business's number on WhatsApp. */
final class BusinessNumber {

    static final String ID = "106540352242922";
    static final String ACCOUNT = "102290129340398";
    static final String DIGITS = "15550100042";
    static final String DISPLAY = "+1 555-010-0042";
    static final String TOKEN = "token-of-the-number";
    static final String APP_SECRET = "secret-of-the-app";
    static final Business BUSINESS = new Business(ACCOUNT, DIGITS, ID);

    private BusinessNumber() {}
}
