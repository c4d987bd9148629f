from importlib import import_module

Migration = import_module("spojka.places.migrations.0001_first").Migration
