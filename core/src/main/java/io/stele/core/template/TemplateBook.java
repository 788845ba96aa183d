package io.stele.core.template;

import io.stele.core.channel.Endpoint;

/** What is known of the templates that providers hold. */
public interface TemplateBook {

    /**
     * Whether a template is known to be for marketing. Of one of which nothing was told, nothing is known. The answer may be some seconds
     * old.
     */
    boolean isMarketing(Endpoint endpoint, String name, String language);
}
