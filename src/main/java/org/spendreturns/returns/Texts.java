package org.spendreturns.returns;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Rewrites every text in a value made of records, lists, sets, maps and optionals.
 *
 * <p>It finds them by what records are made of, and not by name, so that a text added to a return
 * later is rewritten too. What has no text to rewrite stays the same object.
 */
final class Texts {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private final UnaryOperator<String> rewriting;
  private final IdentityHashMap<Object, Object> done =
      new IdentityHashMap<>(); // lines stand in many figures

  private Texts(UnaryOperator<String> rewriting) {
    this.rewriting = rewriting;
  }

  /** The record with each of its texts rewritten. */
  static <T extends Record> T rewritten(T value, UnaryOperator<String> rewriting) {
    @SuppressWarnings("unchecked") // a record is made again as what it was
    T rewritten = (T) new Texts(rewriting).of(value);
    return rewritten;
  }

  private Object of(Object value) {
    if (value instanceof String text) {
      return rewriting.apply(text);
    } else if (value instanceof Record) {
      Object known = done.get(value);
      if (known == null) {
        known = ofRecord(value);
        done.put(value, known);
      }
      return known;
    } else if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(of(item)));
      return isSame(list, items) ? value : Collections.unmodifiableList(items);
    } else if (value instanceof Optional<?> maybe) {
      return maybe.map(this::of).filter(item -> item != maybe.get()).isPresent()
          ? maybe.map(this::of)
          : value;
    } else if (value instanceof Set<?> set) {
      Set<Object> items = new LinkedHashSet<>();
      set.forEach(item -> items.add(of(item)));
      return items.equals(set) ? value : Collections.unmodifiableSet(items);
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put(of(key), of(item)));
      return entries.equals(map) ? value : Collections.unmodifiableMap(entries);
    }
    return value;
  }

  private static boolean isSame(List<?> list, List<?> items) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) != items.get(i)) {
        return false;
      }
    }
    return true;
  }

  private Object ofRecord(Object value) {
    Shape shape = SHAPES.get(value.getClass());
    Object[] parts = shape.parts(value);
    boolean isChanged = false;
    for (int i = 0; i < parts.length; i++) {
      Object part = of(parts[i]);
      isChanged |= part != parts[i];
      parts[i] = part;
    }
    return isChanged ? shape.make(parts) : value;
  }

  /** What a record is made of, and how it is made. */
  private record Shape(Constructor<?> constructor, List<Method> accessors) {

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        List<Method> accessors = Stream.of(components).map(RecordComponent::getAccessor).toList();
        accessors.forEach(accessor -> accessor.setAccessible(true));
        return new Shape(constructor, accessors);
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException(type + ": a record has its constructor", impossible);
      }
    }

    Object[] parts(Object record) {
      Object[] parts = new Object[accessors.size()];
      try {
        for (int i = 0; i < parts.length; i++) {
          parts[i] = accessors.get(i).invoke(record);
        }
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException("a record gives its components", impossible);
      }
      return parts;
    }

    Object make(Object[] parts) {
      try {
        return constructor.newInstance(parts);
      } catch (ReflectiveOperationException refused) {
        throw new IllegalStateException("a record takes what it gave, without names", refused);
      }
    }
  }
}
