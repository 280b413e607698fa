package org.csrgrid.apinode.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Locale;
import org.csrgrid.domain.campaign.InvalidCampaignException;

/** Says what is wrong with JSON in the words of a problem document, without Jackson's or Java's. */
final class UnfitJson {

    private UnfitJson() {}

    static Problem problem(JsonProcessingException unfit) {
        if (!(unfit instanceof JsonMappingException mapping)) {
            return malformed(unfit);
        }
        String pointer = pointer(mapping);
        return switch (mapping.getCause()) {
            case InvalidRequestException refused ->
                Problem.invalid(refused.errors().stream()
                        .map(error -> error.under(pointer))
                        .toList());
            case InvalidCampaignException refused ->
                invalid(pointer + refused.pointer(), String.valueOf(refused.getMessage()));
            case InputCoercionException _ -> invalid(pointer, "expected: a whole number in range");
            case JsonMappingException nested -> problem(nested);
            case JsonProcessingException broken -> malformed(broken);
            case null, default -> unfit(mapping, pointer);
        };
    }

    private static Problem unfit(JsonMappingException mapping, String pointer) {
        return switch (mapping) {
            case UnrecognizedPropertyException _ -> invalid(pointer, "unknown field");
            case MismatchedInputException mismatch -> mismatch(mismatch, pointer);
            default -> malformed(mapping);
        };
    }

    private static Problem mismatch(MismatchedInputException mismatch, String pointer) {
        Class<?> target = mismatch.getTargetType();
        if (mismatch.getOriginalMessage().startsWith("No content")) {
            return Problem.body(ProblemType.MALFORMED_BODY, "The body is empty.");
        }
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return Problem.body(ProblemType.MALFORMED_BODY, "Something follows the end of the JSON value.");
        }
        return invalid(pointer, "expected: " + (target == null ? "another type" : words(target)));
    }

    private static String words(Class<?> type) {
        if (type == String.class) {
            return "a string without unpaired surrogates or NUL";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        return Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static Problem malformed(JsonProcessingException broken) {
        String place = broken.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
        boolean duplicate = broken.getOriginalMessage().toLowerCase(Locale.ROOT).startsWith("duplicate");
        return Problem.body(
                ProblemType.MALFORMED_BODY,
                (duplicate ? "A field appears twice" : "The body is not valid JSON") + place + ".");
    }

    private static Problem invalid(String pointer, String detail) {
        return Problem.invalid(List.of(FieldError.body(pointer, detail)));
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            String name = reference.getFieldName();
            pointer.append(FieldError.step(name == null ? Integer.toString(reference.getIndex()) : name));
        }
        return pointer.toString();
    }
}
