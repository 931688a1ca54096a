"""The 25 safety regions of the Netherlands, by the codes that Statistics Netherlands (CBS) gives them.

Source: CBS, area divisions 2023 (CC BY 4.0); the same division held until 2025.
"""

from __future__ import annotations

from types import MappingProxyType

REGIONS = MappingProxyType(
    {
        "VR01": "Groningen",
        "VR02": "Fryslân",
        "VR03": "Drenthe",
        "VR04": "IJsselland",
        "VR05": "Twente",
        "VR06": "Noord- en Oost-Gelderland",
        "VR07": "Gelderland-Midden",
        "VR08": "Gelderland-Zuid",
        "VR09": "Utrecht",
        "VR10": "Noord-Holland Noord",
        "VR11": "Zaanstreek-Waterland",
        "VR12": "Kennemerland",
        "VR13": "Amsterdam-Amstelland",
        "VR14": "Gooi en Vechtstreek",
        "VR15": "Haaglanden",
        "VR16": "Hollands Midden",
        "VR17": "Rotterdam-Rijnmond",
        "VR18": "Zuid-Holland Zuid",
        "VR19": "Zeeland",
        "VR20": "Midden- en West-Brabant",
        "VR21": "Brabant-Noord",
        "VR22": "Brabant-Zuidoost",
        "VR23": "Limburg-Noord",
        "VR24": "Zuid-Limburg",
        "VR25": "Flevoland",
    }
)
NATIONWIDE = ""
"""In the place of a region: works in the whole country."""
