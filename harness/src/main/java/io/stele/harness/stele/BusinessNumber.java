package io.stele.harness.stele;

import io.stele.graphstub.client.Business;

/** The business's number on WhatsApp. */
public final class BusinessNumber {

    public static final String ID = "106540352242922";
    public static final String ACCOUNT = "102290129340398";
    public static final String DIGITS = "15550100042";
    public static final String DISPLAY = "+1 555-010-0042";
    public static final String TOKEN = "token-of-the-number";
    public static final String APP_SECRET = "secret-of-the-app";
    public static final Business BUSINESS = new Business(ACCOUNT, DIGITS, ID);

    private BusinessNumber() {}
}
