package io.stele.adapters.chirp;

import io.stele.contracts.chirp.LocationPoint;
import io.stele.contracts.chirp.TemplateComponent.Action;
import io.stele.contracts.chirp.TemplateComponent.Currency;
import io.stele.contracts.chirp.TemplateComponent.DateTime;
import io.stele.contracts.chirp.TemplateComponent.LimitedTimeOffer;
import io.stele.contracts.chirp.TemplateComponent.Media;
import io.stele.contracts.chirp.TemplateComponent.Parameter;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;

/** The flat values of a template's components: each method fills the members of its own type and leaves the others out. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.IGNORE)
interface TemplateParameterMapper {

    Parameter text(String type, @Nullable String parameterName, String text);

    Parameter currency(String type, @Nullable String parameterName, Currency currency);

    Parameter dateTime(String type, @Nullable String parameterName, DateTime dateTime);

    Parameter file(String type, @Nullable Media image, @Nullable Media video, @Nullable Media document);

    Parameter location(String type, LocationPoint location);

    Parameter payload(String type, String payload);

    Parameter coupon(String type, String couponCode);

    Parameter action(String type, Action action);

    Parameter offer(String type, LimitedTimeOffer limitedTimeOffer);
}
