package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.ZavuMessages;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.channel.Channel;
import io.stele.core.intake.References;
import io.stele.core.message.Course;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.MessageReference;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.media.ShownMedia;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds messages for Zavu's callers. */
@Singleton
final class Messages {

    private final MessageLog log;
    private final References references;
    private final ShownMedia media;
    private final ZavuMessages resources;

    Messages(MessageLog log, References references, ShownMedia media, ZavuMessages resources) {
        this.log = log;
        this.references = references;
        this.media = media;
        this.resources = resources;
    }

    /**
     * What the message is now that the caller names, by our id or the provider's.
     *
     * @throws RejectedException when the scope has none such
     */
    Message get(Scope scope, String id) {
        return course(scope, id).present();
    }

    private Course course(Scope scope, String id) {
        return references
                .find(scope, ZavuIds.reference(id))
                .map(message -> course(scope, message))
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.MESSAGE, id)));
    }

    /** The message that the caller names, as it is shown. @throws RejectedException when the scope has none such */
    ZavuMessage show(HttpRequest<?> request, Scope scope, String id) {
        Course course = course(scope, id);
        return resources.toWire(
                course.presenting(media.of(request, course.present(), ShownMedia.Form.PROVIDERS)));
    }

    /**
     * Refuses a reaction to a message that has left WhatsApp: intake knows the message that stayed there.
     *
     * @throws RejectedException when the message goes by another channel now
     */
    void requireWhatsApp(Scope scope, MessageReference target) {
        boolean isGone = references
                .find(scope, target)
                .map(message -> course(scope, message))
                .filter(course -> course.next() != null && course.present().channel() != Channel.WHATSAPP)
                .isPresent();
        if (isGone) {
            throw new RejectedException(
                    new Rejection.InvalidField(Field.REACTION_TARGET, "must name a WhatsApp message"));
        }
    }

    /** The course to which the message belongs. */
    Course course(Scope scope, Message message) {
        return log.courses(scope, List.of(message)).getFirst();
    }

    /**
     * The messages that the filter finds as what they are now. A cursor is the id of the row that a page ends with, be it another than the one
     * that is shown.
     */
    ZavuPage<ZavuMessage> list(
            HttpRequest<?> request, Scope scope, MessageFilter.Builder filter, PageRequest<MessageId> page) {
        Page<Message> found = log.messages(scope, filter.latest().build(), page);
        List<Message> shown = media.of(request, found.items(), ShownMedia.Form.PROVIDERS);
        return Pages.of(
                new Page<>(log.courses(scope, shown), found.older(), found.newer()),
                resources::toWire,
                course -> ZavuIds.text(course.present().id()));
    }
}
