"""Filters over `spojka.ui.words`: `{{ count|number }}`, `{{ shift.starts_at|hours:shift.ends_at }}`."""

from django import template

from spojka.ui import words

register = template.Library()
for write in (words.number, words.percent, words.day, words.days, words.hour, words.hours, words.moment, words.bound):
    register.filter(write.__name__, write)
